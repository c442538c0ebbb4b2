------------------------ MODULE MCWorkQueueContract ------------------------
(* Bounded models of WorkQueueContract.                                     *)
EXTENDS WorkQueueContract, TLC

CONSTANT MaxPending

MCScopes  == {"queue"}
MCScopeOf == [i \in Items |-> "queue"]
MCGroups  == {"group"}
MCGroupOf == [i \in Items |-> "group"]

WQC == INSTANCE WorkQueueContract
MCAccept(i) == pending[i] < MaxPending /\ WQC!Accept(i)
==============================================================================
