using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ApiSample.OpenApi;

/// <summary>The OpenAPI document of the service, with examples that tests send.</summary>
internal static class Description
{
    private const string Json = "application/json";

    /// <summary>Adds the document; it is at <c>/openapi/v1.json</c>.</summary>
    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi(document =>
    {
        document.AddDocumentTransformer((described, _, _) =>
        {
            described.Info = new OpenApiInfo { Title = "ComplianceRules sample", Version = "v1", Description = "Judges schools by rule packs. A fact that is missing is never a pass: the verdict is `undetermined`." };
            return Task.CompletedTask;
        });
        document.AddOperationTransformer((operation, _, _) =>
        {
            switch (operation.OperationId)
            {
                case "EvaluateSchool":
                    Show(operation.RequestBody?.Content, "school.json");
                    Show(operation.Responses?["200"].Content, "school-answer.json");
                    break;
                case "EvaluateSnapshot":
                    Show(operation.RequestBody?.Content, "snapshot.json");
                    break;
            }

            return Task.CompletedTask;
        });
    });

    private static void Show(IDictionary<string, OpenApiMediaType>? content, string example)
    {
        if (content is null || !content.TryGetValue(Json, out OpenApiMediaType? media)) return;
        using Stream text = typeof(Description).Assembly.GetManifestResourceStream(example)!;
        media.Example = JsonNode.Parse(text);
    }
}
