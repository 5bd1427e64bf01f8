"""Annotating in Label Studio: articles out, annotations back, without losing a bit.

interface   the labelling interface, generated from the layers
windows     an article cut into the parts that tasks show
tasks       a window as a task, and its rows as regions of the editor
refusals    the names under which an answer is refused
answers     a task of the server, as it was read
controls    the controls of the interface, and the regions that they make
reading     what the server answers, read strictly
merging     the rows of tasks back in the files of a corpus
disputes    what two passes disagree on, as tasks
guides      the guidelines as the editor's instructions
failures    what can go wrong between here and a server
stream      an export read item by item
shapes      the shapes of answers
calls       what is asked and ordered: every call of Label Studio's SDK, with its options
sdk         the one module that uses the SDK, over a transport of our own
client      a server: questions asked until they are answered, orders given once
projects    the projects on a server, found again and made once
plans       what a push has to do
exchange    tasks there and back: exactly once, whatever happens on the way
folders     push and pull of a corpus folder
team        who submitted what, and which suggestions were taken
processes   the processes of a server on this machine
server      a server of one's own: installed, started, stopped
"""
