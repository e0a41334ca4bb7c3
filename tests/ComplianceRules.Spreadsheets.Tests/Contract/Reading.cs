using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>What a source gave of an input.</summary>
/// <param name="Result">The snapshot or the problems.</param>
internal sealed record Reading(Checked<Snapshot> Result)
{
    public static Reading Of(ISnapshotSource source, bool skip) =>
        new(source.Read(ContractSchema.Value, new SnapshotOptions { SkipMalformed = skip }, CancellationToken.None));

    /// <summary>Every problem, wherever it is listed.</summary>
    public IEnumerable<Diagnostic> Problems => Result.IsValid ? Result.Value.Data.Skipped.Concat(Result.Value.Data.Issues) : Result.Diagnostics;

    /// <summary>The outcome in a few words, for people to compare.</summary>
    public string Summary
    {
        get
        {
            string codes = string.Join(' ', Problems.GroupBy(p => p.Code.ToString(), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Count() == 1 ? g.Key : $"{g.Key}×{g.Count()}"));
            if (!Result.IsValid) return $"refused {codes}";
            DataReport data = Result.Value.Data;
            return $"{data.Rows.GetValueOrDefault("class")} read{(data.Skipped.Length > 0 ? $", {data.Skipped.Length} listed" : string.Empty)}{(codes.Length > 0 ? $" ({codes})" : string.Empty)}";
        }
    }
}
