using ApiSample;
using ApiSample.Endpoints;
using ApiSample.Limits;
using ApiSample.OpenApi;
using ApiSample.Problems;
using ComplianceRules.Hosting;
using ComplianceRules.Packs.China;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
ApiOptions options = builder.Configuration.GetSection(ApiOptions.Section).Get<ApiOptions>() ?? new ApiOptions();
builder.Services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddComplianceRules(packs =>
{
    _ = options.Packs is { } folder ? packs.AddPacksFromDirectory(folder) : packs.AddChinaPacks();
    packs.ValidateOnStart();
});
builder.Services.AddHealthChecks().AddCheck<RulePackHealthCheck>("rule-packs");
builder.Services.AddStrictJson();
builder.Services.AddProblems();
builder.Services.AddValidation();
builder.Services.AddLimits(options);
builder.Services.AddDescription();
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = options.MostBytesOfASchool;
});

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseRateLimiter();
app.UseRequestTimeouts();
app.MapOpenApi();
app.MapHealthChecks("/health");
app.MapSchools();
app.MapSnapshots(options);
app.MapPacks(options);
await app.RunAsync();
