//go:build tools

// Keeps the program in go.mod: it is built as an ordinary dependency.
package tools

import _ "github.com/open-policy-agent/conftest"
