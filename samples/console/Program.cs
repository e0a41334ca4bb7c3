using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Packs.China;
using Microsoft.Extensions.DependencyInjection;

using ServiceProvider services = new ServiceCollection().AddComplianceRules(o => o.AddChinaPacks()).BuildServiceProvider();

SchoolRecord school = new("demo-1")
{
    Region = "370322",
    Classes =
    [
        new ClassRecord("301") { Grade = 3, Facts = new Dictionary<string, FactValue> { ["enrolment"] = 45, ["written_minutes"] = 61 } },
        new ClassRecord("302") { Grade = 3, Facts = new Dictionary<string, FactValue> { ["enrolment"] = 58, ["written_minutes"] = 60 } },
    ],
};
EvaluationOptions day = new() { AsOf = new DateOnly(2026, 9, 1), Run = new() { Areas = ["homework", "class_size"] } };
Assessment done = services.GetRequiredService<IComplianceEvaluator>().EvaluateOne(school, day).Value;

foreach (Finding finding in done.Findings.Where(f => f.Verdict == Verdict.NonCompliant))
{
    Console.WriteLine($"{finding.Subject}: {finding.Title.In(TextLanguage.English)}: {finding.Observed} {finding.Unit}, limit {finding.Limit}");
    Console.WriteLine($"    {(finding.LimitSource ?? finding.Source).Citation(TextLanguage.English)}");
}

Console.WriteLine($"{done.Counts.Compliant} compliant, {done.Counts.NonCompliant} not, {done.Counts.Undetermined} undetermined for want of facts");
return done.Counts.NonCompliant > 0 ? 1 : 0;
