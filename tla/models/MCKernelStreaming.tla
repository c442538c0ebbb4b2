-------------------------- MODULE MCKernelStreaming --------------------------
(* Only counts grow with the calls of the environment, so only they are      *)
(* bounded.                                                                  *)
EXTENDS KernelStreaming, TLC

CONSTANT MaxCount

KS == INSTANCE KernelStreaming

MCIncrement(w) == w \in Counted /\ count[w] < MaxCount /\ KS!Increment(w)

-----------------------------------------------------------------------------
(* Goals: each is claimed to be out of reach, and a model refutes it.        *)

(* [KS-21] The tail of a counted worker's routine overlaps its next run.     *)
NeverOverlapsItsTail ==
  \A w \in Counted, s, t \in Threads : s # t => ~(Runs(s, w) /\ Runs(t, w))

(* [KS-10] A plain worker that is queued by its routine overlaps itself.     *)
NeverOverlapsItself ==
  \A w \in KsWorkers \ Counted, s, t \in Threads : s # t => ~(Runs(s, w) /\ Runs(t, w))

NeverUnregistersWhileQueued ==
  \A c \in Callers : unregistering[c] # None => Queueable(unregistering[c])
==============================================================================
