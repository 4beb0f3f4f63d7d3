"""Chinese text as such: normal forms, words, sounds, script, references; a leaf that every room may use."""
