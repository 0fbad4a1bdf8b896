package dev.plumbline.server.queue;

/** Delivers one kind of things. It runs on a thread of its own and holds no connection to the database while it talks to the outside. */
public interface DeliveryHandler {

    /** The kind that it delivers. */
    String kind();

    /**
     * Tries once. It may have been tried before with nobody knowing what came of it: what must not be made twice is to be recognised at
     * the other end. A {@link dev.plumbline.server.forges.ForgesException} is for a person to mend; any other exception counts as a failure that
     * may pass.
     */
    DeliveryOutcome deliver(Delivery delivery);
}
