using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads <c>relaxes</c>: who allowed it, and by what.</summary>
internal static class RelaxationReader
{
    public static Relaxation? Read(ObjectReader owner, PackScope scope)
    {
        if (owner.OptionalObject("relaxes") is not { } reader) return null;
        LocalText? authority = reader.RequiredLocalText("authority", scope.Language);
        string? instrument = reader.RequiredId("instrument");
        string? clause = reader.IsNull("clause") ? null : reader.OptionalText("clause");
        reader.Done();
        return authority is null || instrument is null ? null : new Relaxation(authority, new SourceReference(instrument, clause, reader.Node["instrument"]!.Span));
    }
}
