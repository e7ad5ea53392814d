"""Drawings into pictures of dots, by a library that nobody must have."""
