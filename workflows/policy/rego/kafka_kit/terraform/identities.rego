# Who is an application, or does its work: the service account that is described, by the word of whom the description trusts.
package kafka_kit.terraform

import data.kafka_kit.described

findings contains too_wide(resource, sprintf("it lets somebody become '%s' who is not %s", [resource_id(resource), account_said(account)])) if {
	some resource in resources
	resource.type == "aws_iam_role"
	account := described.service_accounts[resource_id(resource)]
	some statement in statements(resource.values.assume_role_policy)
	statement.Effect == "Allow"
	not to_account(statement, account)
}

# Any cluster's tokens have such subjects: it counts who signed them, and for whom.
to_account(statement, account) if {
	some provider in account.trusted
	statement.Principal == {"Federated": provider}
	issuer := lower(substring(provider, indexof(provider, "/") + 1, -1))
	equals(statement)[sprintf("%s:sub", [issuer])] == subject_of(account)
	equals(statement)[sprintf("%s:aud", [issuer])] == "sts.amazonaws.com"
}

# Anybody else may tag his session as he likes.
to_account(statement, account) if {
	statement.Principal == {"Service": "pods.eks.amazonaws.com"}
	equals(statement)["aws:requesttag/kubernetes-namespace"] == account.namespace
	equals(statement)["aws:requesttag/kubernetes-service-account"] == account.name
	equals(statement)["aws:requesttag/eks-cluster-name"] in account.trusted
}

subject_of(account) := sprintf("system:serviceaccount:%s:%s", [account.namespace, account.name])

account_said(account) := sprintf("the service account %s/%s of %s", [account.namespace, account.name, concat(" or ", account.trusted)])

# A federated credential by which somebody is an identity of Entra ID.
findings contains too_wide(resource, sprintf("nothing that is described lets '%s' of %s be '%s'", [resource.values.subject, resource.values.issuer, identity_of(resource)])) if {
	some resource in resources
	resource.type == "azurerm_federated_identity_credential"
	not federates_account(resource)
}

federates_account(resource) if {
	account := described.service_accounts[identity_of(resource)]
	resource.values.issuer in account.trusted
	resource.values.subject == subject_of(account)
	resource.values.audience == ["api://AzureADTokenExchange"]
}

# Whose it is its own name does not say, unless its identity is known after the apply only.
identity_of(resource) := regex.replace(of, `^\$\{(data\.)?azurerm_user_assigned_identity\.([^.}]+)\.id\}$|^/.*/[^/]*--([^/]+)$`, "$2$3") if {
	of := resource.values.user_assigned_identity_id
}

identity_of(resource) := resource_id(resource) if not resource.values.user_assigned_identity_id

# A service of AWS does for one account what any other asks it for, unless a condition says for whom.
findings contains too_wide(resource, sprintf("%s may become it for whatever account asks", [service])) if {
	some resource in resources
	resource.type == "aws_iam_role"
	some statement in statements(resource.values.assume_role_policy)
	statement.Effect == "Allow"
	some service in list(object.get(statement.Principal, "Service", []))
	service in msk_services
	not equals(statement)["aws:sourceaccount"]
}

msk_services := {"kafka.amazonaws.com", "kafkaconnect.amazonaws.com"}
