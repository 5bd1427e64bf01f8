"""Annotating in Label Studio: articles out, annotations back, without losing a bit.

interface   the labelling interface, generated from the layers
tasks       an article as tasks, and the regions of a task
reading     what the server answers, read strictly
merging     the rows of tasks back in the files of a corpus
disputes    what two passes disagree on, as tasks
client      the one module that talks to a server
exchange    push and pull: exactly once, whatever happens on the way
server      a server of one's own: installed, started, stopped
"""
