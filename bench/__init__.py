"""How fast Supple is beside other generators: `python -m bench`, and README.md here."""
