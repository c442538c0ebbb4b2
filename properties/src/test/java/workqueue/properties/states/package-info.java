/**
 * Every operation in every state: tables that the executable specification makes, cell by cell, and that the reference has
 * to agree with. A {@link workqueue.properties.states.Table} explores what can be done to one object and names the states
 * that it can be in; a {@link workqueue.properties.states.Play} leads the reference into one of them and does the operation.
 */
package workqueue.properties.states;
