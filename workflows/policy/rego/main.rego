# What conftest asks where it is told no namespace: every rule, whatever the input is.
package main

import data.kafka_kit.verdict

deny contains message if some message in verdict.deny

warn contains message if some message in verdict.warn
