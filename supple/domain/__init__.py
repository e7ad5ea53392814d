"""What a guide is: frozen values without I/O and without HTML. Imports nothing else of Supple's."""
