-------------------------------- MODULE MCKmdf --------------------------------
(* Kmdf needs no bound: its items are few and each is pending at most once.  *)
EXTENDS Kmdf, TLC

Symmetry == Permutations(Items) \cup Permutations(Workers) \cup Permutations(Callers)
==============================================================================
