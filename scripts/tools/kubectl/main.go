// The kubectl of Kubernetes 1.36, for machines that have none: tests speak to a real API server by it.
// https://github.com/kubernetes/kubernetes/blob/v1.36.3/cmd/kubectl/kubectl.go
package main

import (
	"k8s.io/component-base/cli"
	"k8s.io/kubectl/pkg/cmd"
	"k8s.io/kubectl/pkg/cmd/util"
)

func main() {
	if err := cli.RunNoErrOutput(cmd.NewDefaultKubectlCommand()); err != nil {
		util.CheckErr(err)
	}
}
