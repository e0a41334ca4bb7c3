using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Where a diagnostic would stand; the line and column are worked out only when they are asked for.</summary>
internal readonly struct Place
{
    private const int WholeValue = -1;

    private readonly JsonNode? _source;
    private readonly SourceSpan? _span;
    private readonly int _offset;
    private readonly int _length;

    /// <summary>A token of an expression.</summary>
    public Place(JsonNode source, Syntax syntax)
    {
        _source = source;
        _offset = syntax.Offset;
        _length = syntax.Length;
    }

    /// <summary>A whole JSON value.</summary>
    public Place(JsonNode value)
    {
        _source = value;
        _length = WholeValue;
    }

    /// <summary>A place worked out already.</summary>
    public Place(SourceSpan span) => _span = span;

    public SourceSpan Span => _span ?? (_length == WholeValue ? _source!.Span : _source!.SpanOf(_offset, _length));
}
