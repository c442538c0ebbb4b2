/** The rules, read from {@code RULES.md}, which is their only source. */
package workqueue.spec.rules;
