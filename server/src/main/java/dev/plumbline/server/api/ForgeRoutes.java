package dev.plumbline.server.api;

import dev.plumbline.server.auth.Caller;
import dev.plumbline.server.forges.ConfiguredForge;
import dev.plumbline.server.forges.Forges;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.pullrequest.ForgeBinding;
import dev.plumbline.server.pullrequest.ForgeBindings;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which repository hosts a project's pull requests. */
public final class ForgeRoutes implements Routes {

    private static final String PATH = "/projects/{project}/forge";
    private static final int LONGEST_REPOSITORY = 300;

    private final Admission admission;
    private final Forges forges;
    private final ForgeBindings bindings;

    /** Kind and address are null if the instance no longer knows the forge. */
    private record Binding(
            String forge,
            String repository,
            Instant createdAt,
            String webhook,
            Optional<String> kind,
            Optional<?> url) {}

    private record NewBinding(String forge, String repository) {}

    public ForgeRoutes(Admission admission, Forges forges, ForgeBindings bindings) {
        this.admission = admission;
        this.forges = forges;
        this.bindings = bindings;
    }

    @Override
    public void mount(Router router) {
        Api api = new Api(router, admission);
        api.read(
                PATH,
                request -> bindings.find(request.project().id())
                        .map(binding -> Reply.json(answer(binding)))
                        .orElseThrow(() -> missing(request)));
        api.change(HttpMethod.PUT, PATH, this::bind);
        api.change(HttpMethod.DELETE, PATH, request -> {
            if (!bindings.unbind(request.project().id())) {
                throw missing(request);
            }
            return Reply.nothing();
        });
    }

    /** Takes a token of the instance: a project's admin must not point the instance's credentials at another's repository. */
    private Reply bind(ApiRequest request) {
        if (!(request.access().caller() instanceof Caller.InstanceToken)) {
            throw new ProblemException(
                    ProblemKind.FORBIDDEN,
                    "Binding a project to a repository uses the instance's credentials, so it needs a token of the"
                            + " instance.");
        }
        NewBinding wanted = request.body(NewBinding.class);
        String name = wanted.forge();
        String repository = wanted.repository();
        ConfiguredForge forge = forges.find(name)
                .orElseThrow(
                        () -> RequestBody.invalid("forge", "takes the name of a forge of this instance: " + names()));
        if (repository.length() > LONGEST_REPOSITORY || !repository.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+")) {
            throw RequestBody.invalid("repository", "takes owner/name");
        }
        if (!forge.covers(repository)) {
            throw new ProblemException(
                    ProblemKind.FORGE_NOT_ALLOWED,
                    "The forge '" + name + "' may not be used for " + repository
                            + ". The operator of the instance can add it to the entry's repositories in the forges file.");
        }
        return Reply.changed(200, answer(bindings.bind(request.project().id(), name, repository)));
    }

    private String names() {
        return forges.all().isEmpty()
                ? "it has none, because PLUMBLINE_FORGES isn't set"
                : forges.all().stream().map(ConfiguredForge::name).collect(Collectors.joining(", "));
    }

    private Binding answer(ForgeBinding binding) {
        Optional<ConfiguredForge> forge = forges.find(binding.forge());
        return new Binding(
                binding.forge(),
                binding.repository(),
                binding.createdAt(),
                Api.PREFIX + "/forges/" + binding.forge() + "/webhook",
                forge.map(known -> known.kind().product().names().getFirst()),
                forge.map(known -> known.page(binding.repository())));
    }

    private static ProblemException missing(ApiRequest request) {
        return new ProblemException(
                ProblemKind.NOT_FOUND, "The project '" + request.project().slug() + "' isn't bound to a repository.");
    }
}
