namespace KeyProducts.Domain;

/// <summary>A kind of paper of a year whose words an administrator may change.</summary>
public enum PaperKind
{
    /// <summary>The Department's proposal to the city to recognise (tờ trình).</summary>
    Proposal,

    /// <summary>The draft of the city's decision of recognition, with its two annexes (quyết định).</summary>
    Decision,

    /// <summary>The minutes of the council's meeting (biên bản).</summary>
    Minutes,

    /// <summary>The notice of the results for the public consultation (thông báo).</summary>
    Notice,

    /// <summary>The letter that tells a business the result of its product (công văn).</summary>
    ResultLetter,

    /// <summary>The certificate of recognition (giấy chứng nhận).</summary>
    CertificateOfRecognition,

    /// <summary>The certificate of a product in the top of the year (giấy chứng nhận).</summary>
    CertificateOfTop,
}
