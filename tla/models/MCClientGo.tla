------------------------------ MODULE MCClientGo ------------------------------
(* Models of ClientGo, which needs no bounds: its sets are of its keys.       *)
EXTENDS ClientGo

(* A goal: it is claimed to be out of reach, and a model refutes it.         *)
NeverDirtyWhileProcessed == dirty \cap processing = {}
==============================================================================
