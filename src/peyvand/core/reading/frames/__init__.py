"""Reading by frames: any language from word lists alone, without a grammar of its own."""
