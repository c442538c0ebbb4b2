----------------------- MODULE MCMediaFoundationReply -----------------------
(* Bounded models of MediaFoundationReply, at the puts.                      *)
EXTENDS MediaFoundationReply, Naturals

MFR == INSTANCE MediaFoundationReply

MCPut(i) == Len(queue) < 2 /\ MFR!Put(i)

(* Goals: each is claimed to be out of reach, and a model refutes it.        *)
NeverWaits == running = None => replying = None
RepliesAfterReturn == [][replying # replying' /\ replying' = None => running = None]_vars
==============================================================================
