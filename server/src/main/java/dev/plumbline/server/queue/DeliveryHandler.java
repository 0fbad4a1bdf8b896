package dev.plumbline.server.queue;

/** Delivers one kind of thing. It runs on a thread of its own and holds no connection to the database while it talks to other services. */
public interface DeliveryHandler {

    /** The kind that it delivers. */
    String kind();

    /**
     * Makes one attempt. There may have been an earlier one whose outcome isn't known: what must not be created twice has to be recognised at
     * the other end. A {@link dev.plumbline.server.forges.ForgesException} has to be resolved by a person; any other exception counts as a failure that
     * may pass.
     */
    DeliveryOutcome deliver(Delivery delivery);
}
