using System.Text.Json;
using ComplianceRules.Engine;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes findings as JSON lines while data is judged, so that none has to be kept; the last line is everything but the findings.</summary>
/// <remarks>UTF-8 without a byte order mark; every line, the last too, ends with a line feed. The lines are those of <see cref="NdjsonReportWriter"/>. For one thread.</remarks>
/// <param name="output">Where to; left open.</param>
/// <param name="includesPersonal">Whether rows of personal tables are counted exactly: what <see cref="RunOptions.IncludePersonal"/> says.</param>
public sealed class NdjsonFindingWriter(Stream output, bool includesPersonal) : IFindingSink, IDisposable
{
    private const int WriteAt = 1 << 15;

    private readonly MemoryStream _lines = new(2 * WriteAt);
    private readonly JsonScope _scope = JsonScope.Lines(includesPersonal);
    private readonly Utf8JsonWriter _json = new(Stream.Null, AssessmentJson.Options(indented: false));

    /// <summary>Writes findings, a line each.</summary>
    /// <param name="findings">The findings.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Take(FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        _json.Reset(_lines);
        foreach (Finding finding in findings)
        {
            FindingJson.Write(_json, finding, _scope);
            EndLine();
            if (_lines.Length >= WriteAt) Empty();
        }

        Empty();
    }

    /// <summary>Writes the last line.</summary>
    /// <param name="assessment">The assessment; its findings are not looked at.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void End(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        _json.Reset(_lines);
        _json.WriteStartObject();
        AssessmentJson.WriteHead(_json, assessment, _scope);
        AssessmentJson.WriteEnd(_json, _scope);
        _json.WriteEndObject();
        EndLine();
        Empty();
    }

    /// <summary>Lets its memory go; the stream stays open.</summary>
    public void Dispose()
    {
        _json.Dispose();
        _lines.Dispose();
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
