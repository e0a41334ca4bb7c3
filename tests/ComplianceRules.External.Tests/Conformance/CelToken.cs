namespace ComplianceRules.External.Tests.Conformance;

/// <summary>A word, literal or sign of a CEL expression, cut only as finely as telling features apart needs.</summary>
/// <param name="Kind">n a name, t a text, b bytes, i an int, u an unsigned int, d a double, # a comment, else a sign.</param>
/// <param name="Text">As it is written.</param>
internal readonly record struct CelToken(char Kind, string Text)
{
    /// <summary>Whether a value can end with it.</summary>
    public bool EndsValue => Kind is 'n' or 't' or 'b' or 'i' or 'u' or 'd' || Text is ")" or "]" or "}";
}
