# syntax=docker/dockerfile:1

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source

# What Maven downloads lies in a cache of the engine, so a change of the sources downloads nothing again.
COPY pom.xml ./
COPY .mvn/ .mvn/
COPY analysis/ analysis/
COPY charts/ charts/
COPY migrations/ migrations/
COPY forge/ forge/
COPY generator/ generator/
COPY server/ server/
COPY collector/ collector/
COPY benchmarks/pom.xml benchmarks/
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true -Dspotless.check.skip=true \
        -pl server,collector -am package

# Other people's libraries apart from our own: they change seldom, and so does their layer.
RUN mkdir -p /layers/libraries/lib /layers/plumbline/lib \
    && mv server/target/lib/plumbline-*.jar /layers/plumbline/lib/ \
    && mv server/target/lib/*.jar /layers/libraries/lib/ \
    && mv server/target/plumbline-server.jar collector/target/plumbline.jar /layers/plumbline/

FROM eclipse-temurin:25-jre

RUN useradd --system --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin plumbline \
    && install --directory --owner=plumbline --group=plumbline --mode=0700 /data

WORKDIR /opt/plumbline
COPY --from=build /layers/libraries/ ./
COPY plumbline ./
COPY --from=build /layers/plumbline/ ./

USER 10001
ENV PLUMBLINE_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["/opt/plumbline/plumbline", "health"]
ENTRYPOINT ["/opt/plumbline/plumbline"]
CMD ["server"]
