----------------------------- MODULE MCIoWorkItem -----------------------------
(* IoWorkItem needs no bound: its items are few and each has one place.      *)
EXTENDS IoWorkItem, TLC

Symmetry == Permutations(Items) \cup Permutations(Workers)

-----------------------------------------------------------------------------
(* Goals: each is claimed to be out of reach, and a model refutes it.        *)

NeverOverlapsItself == \A i \in Items : Cardinality(Runs(i)) <= 1
NeverFreedWhileRunning == \A i \in Items : object[i] = "freed" => Runs(i) = {}
NeverQueuedOfADeletedDevice == device = "deleting" => queue = <<>>
==============================================================================
