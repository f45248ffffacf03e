"""Texts that change often or appear on hover."""
