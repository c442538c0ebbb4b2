---------------------- MODULE MCMediaFoundationPeriodic ----------------------
(* Bounded models of MediaFoundationPeriodic: the starts grow with the calls. *)
EXTENDS MediaFoundationPeriodic

P == INSTANCE MediaFoundationPeriodic

MCStartup == startups < 2 /\ P!Startup

-----------------------------------------------------------------------------
(* Goals: each is claimed to be out of reach, and a model refutes it.        *)

NeverLate          == \A k \in Keys : stage[k] = "removed" => k \notin called
NeverOutlives      == \A k \in Keys : stage[k] = "removed" => calls[k] = 0
==============================================================================
