package dev.plumbline.server.api;

import dev.plumbline.server.auth.Access;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.project.Project;
import java.util.Map;

/**
 * An admitted request, as an endpoint sees it on its worker thread.
 *
 * @param access who asks, for which project
 * @param path the parameters of the path
 * @param query the parameters of the query
 * @param body the body; without fields if the operation takes none
 */
public record ApiRequest(Access access, Map<String, String> path, Parameters query, RequestBody body) {

    /** The project that the path names. */
    public Project project() {
        return access.project();
    }

    /**
     * The body as a record.
     *
     * @throws ProblemException {@code invalid-json} when a field is missing, unknown or of another type
     */
    <T extends Record> T body(Class<T> type) {
        return body.as(type);
    }

    /**
     * The key in the path.
     *
     * @throws ProblemException {@code not-found} when it isn't a key, as if there were nothing under it
     */
    public long key(String name) {
        try {
            return Long.parseLong(path.getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            throw notFound(name);
        }
    }

    /** The complaint that there is nothing of a kind under the key of the path. */
    public ProblemException notFound(String name) {
        return new ProblemException(
                ProblemKind.NOT_FOUND, "The project '" + project().slug() + "' has no such " + name + ".");
    }
}
