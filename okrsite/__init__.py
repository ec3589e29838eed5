"""Objectives and key results from markdown and YAML files, as a cross-linked static site that shows why."""

__version__ = "0.1.0"
