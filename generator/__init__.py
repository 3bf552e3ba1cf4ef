"""Dateline: news articles in, one sourced timeline out. Read pipeline.py and model.py first."""
