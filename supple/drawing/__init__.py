"""Poses into pictures: a skeleton is posed in space, stands or lies on the floor, and is drawn."""
