namespace ComplianceRules.Interop;

/// <summary>Finds the names in an expression that no lambda binds.</summary>
internal static class LinqNames
{
    /// <summary>The names, in the order in which they stand.</summary>
    public static IEnumerable<LinqName> Of(LinqSyntax syntax) => syntax switch
    {
        LinqName name => [name],
        LinqLambda lambda => Of(lambda.Body).Where(n => !string.Equals(n.Name, lambda.Variable, StringComparison.OrdinalIgnoreCase)),
        _ => Parts(syntax).SelectMany(Of),
    };

    private static IEnumerable<LinqSyntax> Parts(LinqSyntax syntax) => syntax switch
    {
        LinqMember member => [member.Target],
        LinqCall { Target: { } target } call => call.Arguments.Prepend(target),
        LinqCall call => call.Arguments,
        LinqUnary unary => [unary.Operand],
        LinqBinary binary => [binary.Left, binary.Right],
        LinqConditional choice => [choice.Condition, choice.Then, choice.Otherwise],
        LinqIn among => [among.Value, among.List],
        LinqArray array => array.Items,
        _ => [],
    };
}
