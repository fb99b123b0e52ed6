"""Second factors of a member: codes of an authenticator app, and passkeys. The libraries stay behind these modules."""
