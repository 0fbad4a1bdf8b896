package dev.plumbline.server.api;

import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.baseline.BaselineMark;
import dev.plumbline.server.baseline.BaselineMarks;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.regression.TriageInput;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API of new baselines: the marked commits, marking one, removing a mark. */
public final class BaselineMarkRoutes implements Routes {

    private static final String PATH = "/projects/{project}/baselines";

    private final Admission admission;
    private final Gatekeeper gatekeeper;
    private final BaselineMarks marks;
    private final Runnable jobAdded;

    private record Mark(long id, String commit, String pattern, String note, Instant createdAt, String createdBy) {

        static Mark of(BaselineMark mark) {
            return new Mark(mark.id(), mark.sha(), mark.pattern(), mark.note(), mark.createdAt(), mark.createdBy());
        }
    }

    private record All(List<Mark> baselines) {}

    private record NewMark(String commit, Optional<String> pattern, String note, Optional<String> who) {}

    /**
     * The operations.
     *
     * @param jobAdded is notified when runs have to be judged again
     */
    public BaselineMarkRoutes(Admission admission, Gatekeeper gatekeeper, BaselineMarks marks, Runnable jobAdded) {
        this.admission = admission;
        this.gatekeeper = gatekeeper;
        this.marks = marks;
        this.jobAdded = jobAdded;
    }

    @Override
    public void mount(Router router) {
        Api api = new Api(router, admission);
        api.read(
                PATH,
                request -> Reply.json(new All(
                        marks.all(request.project().id()).stream().map(Mark::of).toList())));
        api.change(HttpMethod.POST, PATH, request -> {
            NewMark wanted = request.body(NewMark.class);
            BaselineMark mark = marks.add(
                    request.project().id(),
                    wanted.commit(),
                    wanted.pattern().orElse("*"),
                    wanted.note().strip(),
                    who(request, wanted.who()));
            jobAdded.run();
            return Reply.changed(200, Mark.of(mark));
        });
        api.change(HttpMethod.DELETE, PATH + "/{baseline}", request -> {
            if (!marks.remove(request.project().id(), request.key("baseline"), who(request, Optional.empty()))) {
                throw request.notFound("baseline");
            }
            jobAdded.run();
            return Reply.nothing();
        });
    }

    private String who(ApiRequest request, Optional<String> who) {
        String name =
                TriageInput.name(who.orElse("")).orElseThrow(() -> RequestBody.invalid("who", TriageInput.NAME_RULE));
        return TriageInput.of(name, gatekeeper.label(request.access().caller()), "")
                .who();
    }
}
