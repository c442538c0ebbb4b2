--------------------------- MODULE MCClientGoDrain ---------------------------
(* Models of ClientGoDrain, which needs no bounds but where a stray Done puts *)
(* a key into the queue again and again.                                      *)
EXTENDS ClientGoDrain

Bounded == Len(queue) <= 2
==============================================================================
