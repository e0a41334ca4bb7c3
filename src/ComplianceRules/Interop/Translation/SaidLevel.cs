namespace ComplianceRules.Interop;

/// <summary>How tightly the parts of a translated text hold together, loosest first.</summary>
internal enum SaidLevel
{
    Choice = 0,
    Or,
    And,
    Relation,
    Sum,
    Product,
    Sign,
    Primary,
}
