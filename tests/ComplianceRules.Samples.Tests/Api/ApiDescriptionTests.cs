using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ComplianceRules.Samples.Tests.Api;

public sealed class ApiDescriptionTests : IAsyncLifetime, IDisposable
{
    private readonly ApiHost _host = new(new() { ["Api:AllowReload"] = "true" });
    private OpenApiDocument _document = new();

    public async Task InitializeAsync()
    {
        ReadResult read = OpenApiDocument.Parse(await _host.Client.GetStringAsync("/openapi/v1.json"));
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        _document = read.Document!;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("/schools/evaluate", "POST", "200 400 408 413 415 422 429 500 503 504")]
    [InlineData("/snapshots/evaluate", "POST", "200 400 408 413 415 422 429 500 503 504")]
    [InlineData("/packs", "GET", "200 500 503")]
    [InlineData("/packs/reload", "POST", "200 409 500 503 504")]
    public void It_names_the_statuses_of_each_endpoint_with_what_they_carry(string path, string method, string statuses)
    {
        OpenApiOperation operation = _document.Paths[path].Operations![HttpMethod.Parse(method)];
        Assert.Equal(statuses.Split(' '), operation.Responses!.Keys.Order(StringComparer.Ordinal));
        Assert.All(operation.Responses, response =>
        {
            (string type, OpenApiMediaType media) = Assert.Single(response.Value.Content!);
            Assert.Equal(response.Key == "200" ? "application/json" : "application/problem+json", type);
            Assert.NotNull(media.Schema);
        });
        Assert.NotEmpty(operation.Summary!);
    }

    [Theory]
    [InlineData("/schools/evaluate")]
    [InlineData("/snapshots/evaluate")]
    public void It_shows_what_to_send(string path)
    {
        OpenApiOperation operation = _document.Paths[path].Operations![HttpMethod.Post];
        OpenApiMediaType body = operation.RequestBody!.Content!["application/json"];
        Assert.NotNull(body.Example);
        Assert.NotEmpty(body.Schema!.Properties!);
    }

    [Fact]
    public void It_says_what_the_fields_mean_and_which_are_required()
    {
        IOpenApiSchema school = _document.Components!.Schemas!["SchoolRequest"];
        Assert.Equal(["asOf", "id", "region"], school.Required!.Order(StringComparer.Ordinal));
        Assert.StartsWith("The day of assessment", school.Properties!["asOf"].Description, StringComparison.Ordinal);
        Assert.Equal(500, school.Properties["classes"].MaxItems);
    }
}
