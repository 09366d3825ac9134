//go:build tools

// Keeps the provider in go.mod: it is built as an ordinary dependency.
package tools

import _ "github.com/hashicorp/terraform-provider-azurerm"
