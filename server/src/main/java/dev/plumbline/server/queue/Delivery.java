package dev.plumbline.server.queue;

import java.time.Instant;
import java.util.Map;

/**
 * Something that is to be sent to other services, taken with a lease.
 *
 * @param projectId the project
 * @param id its key in the project
 * @param kind what kind of thing, such as {@code pull-request}
 * @param key what it is about, within its kind
 * @param target where it goes, as people read it; names no secret
 * @param subject what is to be sent, as its kind needs it
 * @param attempts how often it was attempted since it was requested, including this time, from 1
 * @param generation how often it was requested again
 * @param leasedUntil when the lease ends, which also distinguishes this lease from another
 * @param remote what earlier attempts created at the other end, as its kind records it
 */
public record Delivery(
        long projectId,
        long id,
        String kind,
        String key,
        String target,
        Map<String, String> subject,
        int attempts,
        int generation,
        Instant leasedUntil,
        Map<String, String> remote) {

    public Delivery {
        subject = Map.copyOf(subject);
        remote = Map.copyOf(remote);
    }
}
