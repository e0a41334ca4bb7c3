using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>Lays the parameter values of a case over those of the packs.</summary>
internal static class CaseParameters
{
    /// <summary>The stack with the case's values.</summary>
    /// <param name="written">The case's <c>parameters</c>.</param>
    /// <param name="stack">The stack of the packs.</param>
    /// <param name="book">What the parameters are.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static PackStack Lay(ImmutableArray<JsonMember> written, PackStack stack, ParameterBook book, DiagnosticBag problems)
    {
        List<KeyValuePair<(string Name, string? Key), Value>> values = [];
        foreach (JsonMember member in written.Where(m => m.Name != "note"))
        {
            if (book.Definition(member.Name) is not { } definition)
                problems.Add(new Diagnostic(DiagnosticCodes.ParameterNotIntroduced, member.NameSpan, member.Name) { DidYouMean = NearestName.Of(member.Name, book.Signatures.Keys) });
            else if (definition.Signature.By is null)
                Add(values, definition, null, member.Value, problems);
            else
                foreach (JsonMember key in member.Value.Members) Add(values, definition, key.Name, key.Value, problems);
        }

        return values.Count == 0 ? stack : stack.With(values);
    }

    private static void Add(List<KeyValuePair<(string Name, string? Key), Value>> values, ParameterDefinition definition, string? key, JsonNode node, DiagnosticBag problems)
    {
        ParameterSignature parameter = definition.Signature;
        if (ParameterValueReader.Read(node, parameter.Type.Kind) is { } value) values.Add(KeyValuePair.Create((parameter.Name, key), value));
        else problems.Report(DiagnosticCodes.ParameterValueDoesNotFit, node.Span, parameter.Name, node.Text, FieldTypeWords.Of(parameter.Type.Kind));
    }
}
