"""Who acts or speaks in a text: names, roles and the bodies they act for."""
