using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Ends the reading of a document from within nested rows; the reader of the document catches it.</summary>
/// <param name="problem">What makes the rest unreadable; null where enough problems were found.</param>
internal sealed class DataReadingException(Diagnostic? problem) : Exception
{
    public Diagnostic? Problem => problem;
}
