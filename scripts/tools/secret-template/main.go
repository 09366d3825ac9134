// Renders templates as External Secrets' engine v2 does: Go's own templates, Sprig's functions but for those that read
// the environment, a missing value as an error.
// https://github.com/external-secrets/external-secrets/blob/main/runtime/template/v2/template.go
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	var asked struct{ Template, Data map[string]string }
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		return err
	}
	functions := sprig.TxtFuncMap()
	delete(functions, "env")
	delete(functions, "expandenv")
	rendered := map[string]string{}
	for key, text := range asked.Template {
		parsed, err := template.New(key).Option("missingkey=error").Funcs(functions).Parse(text)
		if err != nil {
			return err
		}
		var out strings.Builder
		if err := parsed.Execute(&out, asked.Data); err != nil {
			return err
		}
		rendered[key] = out.String()
	}
	return json.NewEncoder(os.Stdout).Encode(rendered)
}
