using KeyProducts.Domain;

namespace KeyProducts.Web.Mail;

/// <summary>The mail with the answer to a comment: Vietnamese, as all letters of the Department are.</summary>
public static class AnswerMail
{
    /// <summary>Its subject.</summary>
    public static string Subject(Comment comment) => $"Trả lời ý kiến góp ý số {comment.Number} về danh sách dự kiến năm {comment.Year}";

    /// <summary>Its text.</summary>
    /// <param name="comment">The comment, answered.</param>
    /// <param name="address">Where the answer stands for its sender.</param>
    public static string Body(Comment comment, string address) => $"""
        Kính gửi Ông/Bà {comment.Name},

        Sở Công Thương Hà Nội đã nhận ý kiến góp ý số {comment.Number} của Ông/Bà về danh sách dự kiến sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {comment.Year} và xin trả lời như sau:

        {comment.Answer}

        Nội dung trả lời cũng được đăng tại: {address}

        Trân trọng cảm ơn Ông/Bà.
        Sở Công Thương Hà Nội
        """;
}
