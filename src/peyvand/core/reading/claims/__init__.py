"""What a text claims beside steps: how many sister cities there are, and fields of cooperation."""
