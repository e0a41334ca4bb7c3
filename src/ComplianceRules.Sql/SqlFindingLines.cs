using System.Text.Json;
using ComplianceRules.Findings;

namespace ComplianceRules.Sql;

/// <summary>Writes what a database found as JSON lines, so that none has to be kept: the members of a finding are named as in <see cref="ComplianceRules.Reports.NdjsonFindingWriter"/>; the last line is an object of what was judged and how.</summary>
/// <remarks>UTF-8 without a byte order mark; every line, the last too, ends with a line feed. For one thread. Where the run ends with problems, or with an exception, what was written is to be thrown away.</remarks>
/// <param name="output">Where to; left open.</param>
public sealed class SqlFindingLines(Stream output) : IDisposable
{
    private const int WriteAt = 1 << 15;

    private readonly MemoryStream _lines = new(2 * WriteAt);
    private readonly Utf8JsonWriter _json = new(Stream.Null, AssessmentJson.Options(indented: false));

    /// <summary>Writes a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Take(SqlFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        _json.Reset(_lines);
        Write(finding, JsonScope.Alone());
        EndLine();
        if (_lines.Length >= WriteAt) Empty();
    }

    /// <summary>Writes the last line.</summary>
    /// <param name="counts">What the run gave.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void End(SqlCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        _json.Reset(_lines);
        SqlCountsJson.Write(_json, counts);
        EndLine();
        Empty();
    }

    /// <summary>Lets its memory go; the stream stays open.</summary>
    public void Dispose()
    {
        _json.Dispose();
        _lines.Dispose();
    }

    private void Write(SqlFinding finding, JsonScope scope)
    {
        _json.WriteStartObject();
        _json.WriteString("rule", finding.Rule);
        _json.WriteString("pack", finding.Pack);
        FindingJson.WriteSubject(_json, "subject", finding.Subject);
        _json.WriteString("region", finding.Region?.Text);
        _json.WriteString("verdict", FindingNames.Of(finding.Verdict));
        _json.WriteString("severity", FindingNames.Of(finding.Severity));
        _json.WriteString("binding", FindingNames.Of(finding.Binding));
        JsonValues.WriteValue(_json, "observed", finding.Observed);
        JsonValues.WriteType(_json, "observedType", finding.Observed);
        _json.WriteString("unit", finding.Unit);
        JsonValues.WriteValue(_json, "limit", finding.Limit);
        JsonValues.WriteType(_json, "limitType", finding.Limit);
        JsonValues.WriteValue(_json, "margin", finding.Margin);
        SourceJson.Write(_json, "source", finding.Source, finding.Pack, scope);
        SourceJson.Write(_json, "limitSource", finding.LimitSource, null, scope);
        SourceJson.WriteTrail(_json, finding.LimitTrail, scope);
        _json.WriteEndObject();
    }

    private void EndLine()
    {
        _json.Flush();
        _lines.WriteByte((byte)'\n');
        _json.Reset();
    }

    private void Empty()
    {
        output.Write(_lines.GetBuffer(), 0, (int)_lines.Length);
        _lines.SetLength(0);
    }
}
