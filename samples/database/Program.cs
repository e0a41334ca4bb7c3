using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Packs.China;
using DatabaseSample;
using DatabaseSample.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
string? connection = builder.Configuration.GetConnectionString("Schools");
if (string.IsNullOrWhiteSpace(connection))
{
    await Console.Error.WriteLineAsync("`ConnectionStrings:Schools` is not set");
    return 2;
}

builder.Services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddComplianceRules(packs => packs.AddChinaPacks().ValidateOnStart());
builder.Services.AddDbContextFactory<SchoolsContext>((services, context) =>
    services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Apply(context, connection));
builder.Services.AddSingleton<SchoolReader>();
using IHost host = builder.Build();
await host.StartAsync();

CancellationToken stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
DatabaseOptions options = host.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
SchoolReader reader = host.Services.GetRequiredService<SchoolReader>();
if (options.MakeUp) await reader.MakeUpAsync(stopping);

VerdictCounts counts = VerdictCounts.None;
await foreach (var part in reader.EvaluateAsync(options.AsOf, stopping))
{
    foreach (Finding breach in part.Findings.Where(f => f.Verdict == Verdict.NonCompliant)) Console.WriteLine($"{breach.Subject}: {breach.Message.In(TextLanguage.English)}");
    if (part.Whole is { } whole) counts = whole.Counts;
}

Console.WriteLine($"{counts.Compliant} compliant, {counts.NonCompliant} not, {counts.Undetermined} undetermined for want of facts");
await host.StopAsync();
return counts.NonCompliant > 0 ? 1 : 0;
