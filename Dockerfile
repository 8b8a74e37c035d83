# parcours with its browser, for CI servers and farms:
#   docker build -t parcours .
#   docker run --rm --security-opt seccomp=unconfined -v "$PWD:/work" parcours run
# The browser's own sandbox needs user namespaces, which Docker's usual seccomp profile denies; Playwright publishes a
# narrower profile that allows them. Without either, parcours says that the sandbox is off.
FROM python:3.13.5-slim-bookworm AS wheel
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY src ./src
RUN pip install --no-cache-dir "build==1.3.0" "hatchling==1.27.0" \
    && python -m build --wheel --no-isolation --outdir /wheel

FROM python:3.13.5-slim-bookworm
ENV PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PYTHONUNBUFFERED=1 \
    PLAYWRIGHT_BROWSERS_PATH=/opt/browsers
COPY --from=wheel /wheel/*.whl /tmp/
RUN pip install /tmp/*.whl \
    && python -m playwright install --with-deps --only-shell chromium \
    && chmod -R a+rX /opt/browsers \
    && rm -rf /tmp/*.whl /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 parcours
# An ordinary user: for root, Chromium has no sandbox.
USER 1000
WORKDIR /work
ENTRYPOINT ["parcours"]
CMD ["--help"]
