using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Reports;

/// <summary>What a writer writes, in memory.</summary>
internal static class Written
{
    public static byte[] By(IReportWriter writer, Assessment assessment)
    {
        using MemoryStream output = new();
        writer.Write(assessment, output);
        return output.ToArray();
    }
}
